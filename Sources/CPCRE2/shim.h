#pragma once
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

// PCRE2_UNSET and PCRE2_ZERO_TERMINATED are (~(size_t)0), which Swift cannot import as an Int.
enum { CPCRE2_UNSET = -1, CPCRE2_ZERO_TERMINATED = -1 };
