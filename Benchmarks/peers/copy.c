// copy FILE PASSES: memcpy of the file, the least that anything that reads it could do.
#include "texts.h"

int main(int argc, char **argv) {
  if (argc != 3) die("usage", "copy FILE PASSES");
  size_t length, sum = 0;
  unsigned char *from = read_file(argv[1], &length), *to = malloc(length + 64);
  int passes = atoi(argv[2]);
  // One copy of a small file is too short for the clock: as many as make about 256 MB.
  size_t times = ((size_t)256 << 20) / (length + 1) + 1;
  double *seconds = calloc((size_t)passes, sizeof(double));
  memset(to, 1, length);
  for (int pass = 0; pass < passes; pass++) {
    double start = processor_seconds();
    for (size_t i = 0; i < times; i++) {
      memcpy(to, from, length);
      __asm__ volatile("" : : "r"(to) : "memory");
    }
    seconds[pass] = (processor_seconds() - start) / (double)times;
    sum += to[length / 2];
  }
  report(seconds, passes, length, 1, sum);
}
