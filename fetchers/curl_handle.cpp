#include "fetchers/curl_handle.hpp"

#include <new>

namespace masthead::fetchers {

namespace {

// libcurl wants this once per process, before anything else; it is never taken back, as other handles may live on.
void initialise_library() {
    static const CURLcode result = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (result != CURLE_OK) throw std::bad_alloc();
}

}  // namespace

void HeaderLines::add(const std::string& line) {
    curl_slist* longer = curl_slist_append(list_.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    static_cast<void>(list_.release());  // the longer list owns the shorter one
    list_.reset(longer);
}

MultiHandle make_multi() {
    initialise_library();
    MultiHandle handle(curl_multi_init());
    if (!handle) throw std::bad_alloc();
    return handle;
}

EasyHandle make_easy() {
    EasyHandle handle(curl_easy_init());
    if (!handle) throw std::bad_alloc();
    return handle;
}

}  // namespace masthead::fetchers
