#include "feeds/text/xml_scopes.hpp"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

#include "feeds/text/ascii.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t most_scopes = 256;  // so that a look-up stays short
constexpr std::size_t most_names = 4096;  // so that names take no more than a document may

constexpr std::size_t first_slots = 256;  // a power of two, as all that follow

template <class Number>
std::uint64_t number_at(const char* bytes) {
    Number out = 0;
    std::memcpy(&out, bytes, sizeof out);
    return out;
}

// Both ends of a name, by loads of one size each. Most names have no more than sixteen bytes.
std::pair<std::uint64_t, std::uint64_t> ends_of(std::string_view name) {
    const char* const start = name.data();
    const char* const end = start + name.size();
    if (name.size() >= 8) return {number_at<std::uint64_t>(start), number_at<std::uint64_t>(end - 8)};
    if (name.size() >= 4) return {number_at<std::uint32_t>(start), number_at<std::uint32_t>(end - 4)};
    if (name.size() >= 2) return {number_at<std::uint16_t>(start), number_at<std::uint16_t>(end - 2)};
    return {name.empty() ? 0U : static_cast<unsigned char>(*start), 0};
}

std::size_t hash_of(std::uint32_t scope, bool is_attribute, std::string_view name) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15;
    const auto [first, last] = ends_of(name);
    std::uint64_t hash = (name.size() << 9) ^ (std::uint64_t{scope} << 1) ^ (is_attribute ? 1U : 0U);
    hash = (hash ^ first) * odd;
    hash = (hash ^ (hash >> 32) ^ last) * odd;
    return hash ^ (hash >> 29);
}

}  // namespace

XmlScopes::XmlScopes() : slots_(first_slots) { scopes_.push_back({outermost, {}, {}, {}, false}); }

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
    const Key key{scope, kind, raw};
    if (const auto* known = slot(key).name) return *known;
    return names_.size() == most_names ? nameless_ : add(key);
}

// Where a key stands, or the free slot that is its place.
XmlScopes::Slot& XmlScopes::slot(const Key& key) {
    const std::size_t mask = slots_.size() - 1;
    for (auto at = hash_of(key.scope, key.kind == Kind::attribute, key.raw) & mask;; at = (at + 1) & mask)
        if (auto& slot = slots_[at]; !slot.name || slot.key == key) return slot;
}

// No more than half of the slots are taken.
void XmlScopes::make_room() {
    if (2 * names_.size() < slots_.size()) return;
    std::vector<Slot> before(2 * slots_.size());
    before.swap(slots_);
    for (const auto& one : before)
        if (one.name) slot(one.key) = one;
}

const XmlName& XmlScopes::add(const Key& key) {
    make_room();
    auto& name = names_.emplace_back(made(key));
    const auto colon = name.full.find(':');
    const std::string_view full = name.full;
    name.prefix = colon == std::string::npos ? std::string_view() : full.substr(0, colon);
    name.local = full.substr(full.rfind(':') + 1);
    name.key = tag_hash(full);
    name.prefix_key = tag_hash(name.prefix);
    name.local_key = tag_hash(name.local);
    if (const auto* published = published_namespace(name.prefix)) {
        name.uri = published->uri;
        name.is_published = true;
    } else if (const auto unknown = unknown_.find(name.prefix); unknown != unknown_.end()) {
        name.uri = unknown->second;
    }
    slot(key) = {{key.scope, key.kind, raw_.emplace_back(key.raw)}, &name};
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
