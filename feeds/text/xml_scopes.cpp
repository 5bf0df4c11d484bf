#include "feeds/text/xml_scopes.hpp"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

#include "feeds/text/ascii.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t most_scopes = 256;  // so that a look-up stays short
constexpr std::size_t most_names = 4096;  // so that names take no more than a document may

std::uint64_t first_bytes(std::string_view text) {
    std::uint64_t out = 0;
    std::memcpy(&out, text.data(), std::min(text.size(), sizeof out));
    return out;
}

std::uint64_t last_bytes(std::string_view text) {
    return first_bytes(text.size() > 8 ? text.substr(text.size() - 8) : text);
}

}  // namespace

// Most names have no more than sixteen bytes.
std::size_t XmlScopes::Hash::operator()(const Key& key) const {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15;
    std::uint64_t hash = (key.raw.size() << 9) ^ (std::uint64_t{key.scope} << 1) ^ static_cast<std::uint64_t>(key.kind);
    hash = (hash ^ first_bytes(key.raw)) * odd;
    hash = (hash ^ (hash >> 32) ^ last_bytes(key.raw)) * odd;
    return hash ^ (hash >> 29);
}

XmlScopes::XmlScopes() { scopes_.push_back({outermost, {}, {}, {}, false}); }

XmlScopes::Scope XmlScopes::declare(Scope outer, std::string_view prefix, std::string_view uri) {
    for (std::size_t i = 1; i < scopes_.size(); ++i)
        if (scopes_[i].outer == outer && scopes_[i].uri == uri && scopes_[i].prefix == lowered(prefix))
            return static_cast<Scope>(i);
    if (scopes_.size() == most_scopes) return outer;
    const auto known = known_namespace(uri);
    const auto folded = lowered(prefix);
    scopes_.push_back({outer, folded, known.known ? std::string(known.prefix) : prefix_of_unknown(folded, trimmed(uri)),
                       std::string(uri), known.known});
    return static_cast<Scope>(scopes_.size() - 1);
}

std::vector<std::string_view> XmlScopes::declared(Scope scope) const {
    std::vector<std::string_view> out;
    for (; scope != outermost; scope = scopes_[scope].outer) out.push_back(scopes_[scope].uri);
    return out;
}

std::string XmlScopes::prefix_of_unknown(const std::string& prefix, std::string_view uri) {
    std::string ours = prefix;
    for (int number = 2; !prefix.empty() && unknown_.size() < most_scopes; ++number) {
        const auto [place, is_new] = unknown_.try_emplace(ours, uri);
        if (is_new || place->second == uri) break;
        ours = fmt::format("{}-{}", prefix, number);
    }
    return ours;
}

const XmlScopes::Binding* XmlScopes::binding(Scope scope, std::string_view prefix) const {
    for (; scope != outermost; scope = scopes_[scope].outer)
        if (scopes_[scope].prefix == prefix) return &scopes_[scope];
    return nullptr;
}

const XmlName& XmlScopes::find(Scope scope, Kind kind, std::string_view raw) {
    const auto found = by_key_.find({scope, kind, raw});
    if (found != by_key_.end()) return *found->second;
    if (names_.size() == most_names) return nameless_;
    const Key key{scope, kind, raw_.emplace_back(raw)};
    auto& name = names_.emplace_back(made(key));
    const auto colon = name.full.find(':');
    const std::string_view full = name.full;
    name.prefix = colon == std::string::npos ? std::string_view() : full.substr(0, colon);
    name.local = full.substr(full.rfind(':') + 1);
    name.key = tag_hash(full);
    name.prefix_key = tag_hash(name.prefix);
    name.local_key = tag_hash(name.local);
    by_key_.emplace(key, &name);
    if (const auto* published = published_namespace(name.prefix)) {
        name.uri = published->uri;
        name.is_published = true;
    } else if (const auto unknown = unknown_.find(name.prefix); unknown != unknown_.end()) {
        name.uri = unknown->second;
    }
    return name;
}

// The default namespace is of elements alone (section 6.2); an unknown one says nothing.
XmlName XmlScopes::made(const Key& key) const {
    XmlName out;
    out.full = lowered(key.raw);
    const auto colon = out.full.find(':');
    const bool has_prefix = colon != std::string::npos;
    out.written = key.raw.substr(has_prefix ? key.raw.rfind(':') + 1 : 0);
    if (!has_prefix && key.kind == Kind::attribute) return out;
    const auto* bound = binding(key.scope, std::string_view(out.full).substr(0, has_prefix ? colon : 0));
    if (!bound || (!has_prefix && !bound->known)) return out;
    const std::string local = has_prefix ? out.full.substr(colon + 1) : out.full;
    out.full = bound->our_prefix.empty() ? local : bound->our_prefix + ':' + local;
    return out;
}

}  // namespace masthead::feeds
