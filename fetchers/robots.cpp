#include "fetchers/robots.hpp"

#include "feeds/text/ascii.hpp"
#include "feeds/text/url.hpp"

namespace masthead::fetchers {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_bytes = std::size_t{500} << 10;
constexpr std::size_t most_rules = 5000;
constexpr std::size_t most_origins = 5000;
constexpr std::string_view our_name = "masthead";

// Whether `path` starts with what the pattern says. Each '*' takes as little as it can: as only the pattern's last part
// is bound to the end, no choice ever has to be taken back.
bool matches(std::string_view pattern, std::string_view path) {
    const bool to_the_end = !pattern.empty() && pattern.back() == '$';
    if (to_the_end) pattern.remove_suffix(1);
    bool first = true;
    while (true) {
        const auto star = pattern.find('*');
        const auto part = pattern.substr(0, star);
        const bool last = star == pattern.npos;
        if (first && path.substr(0, part.size()) != part) return false;
        if (last && to_the_end)
            return first ? path.size() == part.size()
                         : path.size() >= part.size() && path.substr(path.size() - part.size()) == part;
        const auto found = first ? 0 : path.find(part);
        if (found == path.npos) return false;
        if (last) return true;
        path.remove_prefix(found + part.size());
        pattern.remove_prefix(star + 1);
        first = false;
    }
}

}  // namespace

RobotsRules RobotsRules::refuse_all() {
    RobotsRules rules;
    rules.rules_.push_back({false, "/"});
    return rules;
}

RobotsRules RobotsRules::parse(std::string_view text) {
    text = text.substr(0, most_bytes);
    RobotsRules ours, everybodys;
    bool named = false;  // whether a group names us: then the others do not count
    bool in_ours = false, in_everybodys = false, in_agents = false;
    while (!text.empty()) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
        line = line.substr(0, line.find('#'));
        const auto colon = line.find(':');
        if (colon == line.npos) continue;
        const std::string key = feeds::lowered(feeds::trimmed(line.substr(0, colon)));
        const auto value = feeds::trimmed(line.substr(colon + 1));
        if (key == "user-agent") {
            if (!in_agents) in_ours = in_everybodys = false;
            in_agents = true;
            in_ours = in_ours || feeds::lowered(value) == our_name;
            in_everybodys = in_everybodys || value == "*";
            named = named || in_ours;
        } else if (key == "allow" || key == "disallow") {
            in_agents = false;
            if (value.empty()) continue;
            const Rule rule{key == "allow", std::string(value)};
            if (in_ours && ours.rules_.size() < most_rules) ours.rules_.push_back(rule);
            if (in_everybodys && everybodys.rules_.size() < most_rules) everybodys.rules_.push_back(rule);
        }
    }
    return named ? ours : everybodys;
}

bool RobotsRules::allows(std::string_view path) const {
    const Rule* decisive = nullptr;
    for (const auto& rule : rules_) {
        if (!matches(rule.pattern, path)) continue;
        const bool stronger = decisive == nullptr || rule.pattern.size() > decisive->pattern.size() ||
                              (rule.pattern.size() == decisive->pattern.size() && rule.allow);
        if (stronger) decisive = &rule;
    }
    return decisive == nullptr || decisive->allow;
}

bool Robots::allows(const std::string& url, feeds::Time now) {
    const std::string origin = feeds::url_origin(url);
    const auto parts = feeds::url_parts(url);
    const std::string path = (parts.path.empty() ? "/" : parts.path) + (parts.query.empty() ? "" : "?" + parts.query);
    {
        std::lock_guard lock(mutex_);
        const auto found = known_.find(origin);
        if (found != known_.end() && now < found->second.until) return found->second.rules.allows(path);
    }
    const Known known = ask(origin, now);
    std::lock_guard lock(mutex_);
    if (known_.size() >= most_origins) known_.clear();
    known_.insert_or_assign(origin, known);
    return known.rules.allows(path);
}

Robots::Known Robots::ask(const std::string& origin, feeds::Time now) const {
    Request request;
    request.url = origin + "/robots.txt";
    request.accept = Request::Accept::page;
    const auto result = fetch_(request);
    if (result) return {RobotsRules::parse(result->body), now + 24h};
    const auto& error = result.error();
    if (error.outcome == feeds::Outcome::too_large ||
        (error.status >= 300 && error.status < 500 && error.status != 429))
        return {RobotsRules::allow_all(), now + 24h};
    return {RobotsRules::refuse_all(), now + 1h};
}

}  // namespace masthead::fetchers
