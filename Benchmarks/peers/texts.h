// The texts of a corpus: texts.bin holds for each its length in four bytes, little endian, and its UTF-8.
#pragma once
#include <stdint.h>
#include <string.h>
#include "clock.h"

struct text {
  const unsigned char *bytes;
  size_t length;
};
struct texts {
  struct text *all;
  size_t count, bytes;
};

static inline unsigned char *read_file(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file) die(path, "cannot be read");
  fseek(file, 0, SEEK_END);
  *length = (size_t)ftell(file);
  rewind(file);
  unsigned char *bytes = calloc(*length + 64, 1);
  if (!bytes || fread(bytes, 1, *length, file) != *length) die(path, "cannot be read");
  fclose(file);
  return bytes;
}

// The texts of the first `limit` bytes or so; 0 means all.
static inline struct texts read_texts(const char *path, size_t limit) {
  size_t length, room = 1024;
  unsigned char *file = read_file(path, &length);
  struct texts texts = {malloc(room * sizeof(struct text)), 0, 0};
  for (size_t at = 0; at + 4 <= length && (!limit || texts.bytes < limit);) {
    uint32_t size = file[at] | file[at + 1] << 8 | file[at + 2] << 16 | (uint32_t)file[at + 3] << 24;
    if (texts.count == room) texts.all = realloc(texts.all, (room *= 2) * sizeof(struct text));
    texts.all[texts.count++] = (struct text){file + at + 4, size};
    texts.bytes += size;
    at += 4 + size;
  }
  return texts;
}
