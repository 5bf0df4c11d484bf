#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "fetchers/transfer.hpp"
#include "storage/store.hpp"

namespace masthead::fetchers {

/// The published feeds that a change may show in, as their own "self" links name them: those of the authors, and all
/// public merged ones. More than really changed does no harm: a hub looks before it hands anything on.
std::vector<std::string> changed_topics(const storage::Changes& changes, storage::Store& store,
                                        const std::string& base_url);

/// Tells a WebSub hub what changed, so that its subscribers need not ask. How is left to publisher and hub (WebSub,
/// section 6); this is the message that hubs take since PubSubHubbub 0.3, section 7.1. For one thread.
class Hub {
public:
    /// Changes after this are told. What is referred to outlives the hub.
    Hub(storage::Store& store, const Fetch& fetch, std::string address, std::string base_url);

    /// Whether anything in the store changed since it was last told. Cheap.
    bool has_news() const { return store_.version() != version_; }

    /// Tells what changed since it last did; what the hub would not hear is told the next time. False: it failed, and
    /// the log says why.
    bool tell();

private:
    bool send(const std::vector<std::string>& topics);

    storage::Store& store_;
    const Fetch& fetch_;
    const std::string address_, base_url_;
    std::uint64_t version_;
    std::uint64_t told_;  ///< place in the log of changes
};

}  // namespace masthead::fetchers
