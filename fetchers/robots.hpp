#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/time.hpp"
#include "fetchers/transfer.hpp"

namespace masthead::fetchers {

/// The rules of one robots.txt that concern us (RFC 9309): those of the group named "masthead", else of "*".
class RobotsRules {
public:
    static RobotsRules allow_all() { return {}; }
    static RobotsRules refuse_all();

    /// Reads at most 500 KiB (RFC 9309, section 2.5).
    static RobotsRules parse(std::string_view text);

    /// `path` with its query, percent-encoded as it would be sent. The longest rule that matches decides, and allowing
    /// wins a tie (section 2.2.2).
    bool allows(std::string_view path) const;

private:
    struct Rule {
        bool allow;
        std::string pattern;  ///< with '*' for anything and a '$' at its end for the end
    };
    std::vector<Rule> rules_;
};

/// What hosts want: their robots.txt, asked for once a day at most. A feed that somebody follows is no crawl; pages
/// and articles that we look through are. Any thread.
class Robots {
public:
    explicit Robots(Fetch fetch) : fetch_(std::move(fetch)) {}

    /// Whether the page may be fetched. An answer of 4xx allows everything, 5xx or none nothing for now
    /// (section 2.3.1).
    bool allows(const std::string& url, feeds::Time now);

private:
    struct Known {
        RobotsRules rules;
        feeds::Time until;
    };

    Known ask(const std::string& origin, feeds::Time now) const;

    Fetch fetch_;
    std::mutex mutex_;
    std::map<std::string, Known> known_;  ///< by origin
};

}  // namespace masthead::fetchers
