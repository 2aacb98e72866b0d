#include <zlib.h>

// inflateInit2 is a macro, which Swift does not see. 15 + 16: the largest window, and a gzip header must be there.
static inline int docket_inflate_gzip_init(z_stream *stream) { return inflateInit2(stream, 15 + 16); }
