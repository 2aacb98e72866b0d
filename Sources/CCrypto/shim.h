// The SHA256_* functions are deprecated in favour of EVP, which allocates a context for every hash.
// They remain part of OpenSSL 3 and we use nothing else of what is deprecated.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/crypto.h>
#include <openssl/sha.h>
