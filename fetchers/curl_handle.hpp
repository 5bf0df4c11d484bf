#pragma once

#include <memory>
#include <string>

#include <curl/curl.h>

namespace masthead::fetchers {

// The owners of libcurl's handles. Each belongs to the thread that drives the multi handle.

struct CloseEasy {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using EasyHandle = std::unique_ptr<CURL, CloseEasy>;

struct CloseMulti {
    void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
};
using MultiHandle = std::unique_ptr<CURLM, CloseMulti>;

struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

/// The header lines of one request.
class HeaderLines {
public:
    void add(const std::string& line);
    curl_slist* get() const { return list_.get(); }

private:
    std::unique_ptr<curl_slist, FreeList> list_;
};

/// A multi handle, with the library itself made ready before the first. Throws std::bad_alloc.
MultiHandle make_multi();
EasyHandle make_easy();

}  // namespace masthead::fetchers
