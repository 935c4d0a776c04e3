// simdjson_ondemand FILE PASSES: reads every event of an NDJSON file on demand, with its three strings unescaped.
#include <simdjson.h>
#include <vector>
#include "clock.h"

int main(int argc, char **argv) {
  if (argc != 3) die("usage", "simdjson_ondemand FILE PASSES");
  simdjson::padded_string file;
  if (simdjson::padded_string::load(argv[1]).get(file)) die(argv[1], "cannot be read");
  std::vector<double> seconds;
  size_t messages = 0, bytes = 0;
  for (int pass = 0; pass < std::atoi(argv[2]); pass++) {
    messages = bytes = 0;
    double start = processor_seconds();
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document_stream events;
    if (parser.iterate_many(file).get(events)) die(argv[1], "is no NDJSON");
    for (auto event : events) {
      std::string_view id, stage, text;
      if (event["id"].get(id) || event["stage"].get(stage) || event["text"].get(text)) die(argv[1], "holds a line that is no event");
      bytes += id.size() + stage.size() + text.size();
      messages++;
    }
    seconds.push_back(processor_seconds() - start);
  }
  report(seconds.data(), static_cast<int>(seconds.size()), file.size(), messages, bytes);
}
