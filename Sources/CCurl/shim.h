// Swift cannot call functions with variable arguments: each type that libcurl's options take has one of its own here.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

static inline CURLcode docket_curl_start(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }

static inline CURLcode docket_curl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode docket_curl_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode docket_curl_set_string(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode docket_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

typedef size_t (*docket_curl_sink)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode docket_curl_set_sink(CURL *handle, CURLoption option, docket_curl_sink sink) {
    return curl_easy_setopt(handle, option, sink);
}

typedef int (*docket_curl_progress)(void *context, curl_off_t, curl_off_t, curl_off_t, curl_off_t);

static inline CURLcode docket_curl_set_progress(CURL *handle, docket_curl_progress progress) {
    return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, progress);
}

typedef int (*docket_curl_host_key)(CURL *handle, const struct curl_khkey *known, const struct curl_khkey *found,
                                    enum curl_khmatch match, void *context);

static inline CURLcode docket_curl_set_host_key(CURL *handle, docket_curl_host_key judge) {
    return curl_easy_setopt(handle, CURLOPT_SSH_KEYFUNCTION, judge);
}

static inline CURLcode docket_curl_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode docket_curl_get_offset(CURL *handle, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(handle, info, value);
}
