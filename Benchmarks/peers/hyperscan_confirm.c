// hyperscan_confirm PATTERNS TERMS TEXTS PASSES LIMIT: Hyperscan looks for all patterns and terms at once, and PCRE2 confirms a rule that it
// reports, because Hyperscan knows no lookarounds and no leftmost match. What it cannot compile exactly it gets as a prefilter.
#include <hs.h>
#include "patterns.h"

struct seen {
  unsigned *stamp, now;
  unsigned *rules;
  size_t count, terms, patterns;
};

static int on_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context) {
  (void)from, (void)to, (void)flags;
  struct seen *seen = context;
  if (id >= seen->patterns) {
    seen->terms++;
  } else if (seen->stamp[id] != seen->now) {
    seen->stamp[id] = seen->now;
    seen->rules[seen->count++] = id;
  }
  return 0;
}

// Exact flags where Hyperscan takes them for this pattern, else those of a prefilter.
static unsigned flags_for(const char *source) {
  hs_expr_info_t *info = NULL;
  hs_compile_error_t *error = NULL;
  unsigned flags = HS_FLAG_UTF8 | HS_FLAG_SINGLEMATCH | HS_FLAG_ALLOWEMPTY;
  if (hs_expression_info(source, flags, &info, &error) == HS_SUCCESS) {
    free(info);
    return flags;
  }
  hs_free_compile_error(error);
  return flags | HS_FLAG_PREFILTER;
}

// A term as a pattern: every byte that means something is escaped.
static char *escaped(const char *term) {
  char *result = malloc(strlen(term) * 2 + 1), *to = result;
  for (; *term; *to++ = *term++)
    if (strchr("\\^$.|?*+()[]{}/-", *term)) *to++ = '\\';
  *to = 0;
  return result;
}

int main(int argc, char **argv) {
  if (argc < 6) die("usage", "hyperscan_confirm PATTERNS TERMS TEXTS PASSES LIMIT");
  struct patterns patterns = read_patterns(argv[1]);
  size_t length, count = patterns.count, room = count + 1024;
  const char **sources = malloc(room * sizeof(char *));
  for (size_t p = 0; p < patterns.count; p++) sources[p] = patterns.all[p].source;
  for (char *term = strtok((char *)read_file(argv[2], &length), "\n"); term; term = strtok(NULL, "\n")) {
    if (count == room) sources = realloc(sources, (room *= 2) * sizeof(char *));
    sources[count++] = escaped(term);
  }
  unsigned *flags = malloc(count * sizeof(unsigned)), *ids = malloc(count * sizeof(unsigned));
  for (size_t i = 0; i < count; i++) {
    ids[i] = (unsigned)i;
    flags[i] = i < patterns.count ? flags_for(sources[i]) : HS_FLAG_UTF8 | HS_FLAG_SINGLEMATCH;
  }
  hs_database_t *database = NULL;
  hs_compile_error_t *error = NULL;
  if (hs_compile_multi(sources, flags, ids, (unsigned)count, HS_MODE_BLOCK, NULL, &database, &error) != HS_SUCCESS)
    die(error->expression >= 0 ? sources[error->expression] : "Hyperscan", error->message);
  hs_scratch_t *space = NULL;
  if (hs_alloc_scratch(database, &space) != HS_SUCCESS) die("Hyperscan", "no scratch");

  struct texts texts = read_texts(argv[3], strtoul(argv[5], NULL, 10));
  struct scratch scratch = make_scratch();
  struct seen seen = {calloc(patterns.count + 1, sizeof(unsigned)), 0, calloc(patterns.count + 1, sizeof(unsigned)), 0, 0, patterns.count};
  int passes = atoi(argv[4]);
  double *seconds = calloc((size_t)passes, sizeof(double));
  size_t found = 0;
  for (int pass = 0; pass < passes; pass++) {
    found = 0;
    double start = processor_seconds();
    for (size_t t = 0; t < texts.count; t++) {
      seen.now++, seen.count = 0;
      hs_scan(database, (const char *)texts.all[t].bytes, (unsigned)texts.all[t].length, 0, space, on_match, &seen);
      for (size_t i = 0; i < seen.count; i++) found += (size_t)find_all(&patterns.all[seen.rules[i]], texts.all[t], scratch);
    }
    seconds[pass] = processor_seconds() - start;
  }
  report(seconds, passes, texts.bytes, texts.count, found);
}
