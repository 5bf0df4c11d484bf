#pragma once

#include <map>
#include <stop_token>
#include <string>
#include <string_view>

#include "feeds/time.hpp"
#include "fetchers/transfer.hpp"
#include "storage/store.hpp"

namespace masthead::fetchers {

/// The media type of an image by its first bytes: PNG, JPEG, GIF or WebP; empty for anything else, whatever the server
/// calls it. SVG is none: it can carry scripts.
std::string image_type(std::string_view bytes);

/// Keeps the portraits of the authors: each is fetched once and asked again, conditionally, after a week. One thread.
class Avatars {
public:
    Avatars(storage::Store& store, Fetch fetch) : store_(store), fetch_(std::move(fetch)) {}

    /// Fetches what is missing or old. A portrait that cannot be had is tried again a day later. Throws StoreError.
    void refresh(feeds::Time now, const std::stop_token& stop = {});

private:
    void refresh_one(const std::string& url, feeds::Time now);

    storage::Store& store_;
    Fetch fetch_;
    std::map<std::string, feeds::Time> failed_;  ///< by URL: not to be asked again before
};

}  // namespace masthead::fetchers
