// pcre2_loop PATTERNS TEXTS PASSES LIMIT [PAIRS]: every pattern on every text by pcre2_jit_match, the plain way to do what a guard does.
// Writes to PAIRS in how many texts each rule was found.
#include "patterns.h"

int main(int argc, char **argv) {
  if (argc < 5) die("usage", "pcre2_loop PATTERNS TEXTS PASSES LIMIT [PAIRS]");
  struct patterns patterns = read_patterns(argv[1]);
  struct texts texts = read_texts(argv[2], strtoul(argv[4], NULL, 10));
  struct scratch scratch = make_scratch();
  int passes = atoi(argv[3]);
  double *seconds = calloc((size_t)passes, sizeof(double));
  size_t *pairs = calloc(patterns.count, sizeof(size_t)), found = 0;
  for (int pass = 0; pass < passes; pass++) {
    memset(pairs, 0, patterns.count * sizeof(size_t));
    double start = processor_seconds();
    for (size_t t = 0; t < texts.count; t++)
      for (size_t p = 0; p < patterns.count; p++) pairs[p] += (size_t)find_all(&patterns.all[p], texts.all[t], scratch);
    seconds[pass] = processor_seconds() - start;
  }
  FILE *file = argc > 5 ? fopen(argv[5], "w") : NULL;
  for (size_t p = 0; p < patterns.count; p++) {
    found += pairs[p];
    if (file && pairs[p]) fprintf(file, "%s\t%zu\n", patterns.all[p].rule, pairs[p]);
  }
  if (file) fclose(file);
  report(seconds, passes, texts.bytes, texts.count, found);
}
