// The patterns of a rule set, compiled by PCRE2 with JIT as Parapet compiles them: UTF, and \d \w \b as ASCII.
#pragma once
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include "texts.h"

struct pattern {
  char *rule, *source;
  pcre2_code *code;
};
struct patterns {
  struct pattern *all;
  size_t count;
};

// patterns.tsv: rule, whether it asks for more than the pattern, pattern.
static inline struct patterns read_patterns(const char *path) {
  size_t length, room = 64;
  char *file = (char *)read_file(path, &length);
  struct patterns patterns = {malloc(room * sizeof(struct pattern)), 0};
  for (char *line = strtok(file, "\n"); line; line = strtok(NULL, "\n")) {
    char *tab = strchr(line, '\t'), *source = tab ? strchr(tab + 1, '\t') : NULL;
    if (!source) die(path, "a line without three columns");
    *tab = 0;
    int error;
    PCRE2_SIZE at;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)(source + 1), PCRE2_ZERO_TERMINATED, PCRE2_UTF, &error, &at, NULL);
    if (!code || pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) != 0) die(line, "does not compile");
    if (patterns.count == room) patterns.all = realloc(patterns.all, (room *= 2) * sizeof(struct pattern));
    patterns.all[patterns.count++] = (struct pattern){line, source + 1, code};
  }
  return patterns;
}

// What a match needs, made once.
struct scratch {
  pcre2_match_data *data;
  pcre2_match_context *context;
};

static inline struct scratch make_scratch(void) {
  struct scratch scratch = {pcre2_match_data_create(16, NULL), pcre2_match_context_create(NULL)};
  pcre2_jit_stack_assign(scratch.context, NULL, pcre2_jit_stack_create(32 << 10, 1 << 20, NULL));
  return scratch;
}

// All matches from left to right, as findings would be made of them; whether there was one.
static inline int find_all(const struct pattern *pattern, struct text text, struct scratch scratch) {
  PCRE2_SIZE at = 0;
  int found = 0;
  while (at <= text.length && pcre2_jit_match(pattern->code, text.bytes, text.length, at, 0, scratch.data, scratch.context) > 0) {
    const PCRE2_SIZE *span = pcre2_get_ovector_pointer(scratch.data);
    at = span[1] > span[0] ? span[1] : span[1] + 1;
    found = 1;
  }
  return found;
}
