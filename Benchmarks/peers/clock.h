// Processor seconds of this process, and how a peer says what it measured.
#pragma once
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static inline double processor_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

// Every pass, and numbers that show that the work was done.
static inline void report(const double *seconds, int passes, size_t bytes, size_t messages, size_t found) {
  printf("{\"bytes\":%zu,\"messages\":%zu,\"found\":%zu,\"seconds\":[", bytes, messages, found);
  for (int i = 0; i < passes; i++) printf("%s%.9f", i ? "," : "", seconds[i]);
  printf("]}\n");
}

static inline void die(const char *what, const char *why) {
  fprintf(stderr, "%s: %s\n", what, why);
  exit(1);
}
