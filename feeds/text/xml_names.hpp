#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace masthead::feeds {

/// The prefix by which our parsers know a namespace, whatever prefix the document chose: "itunes", "dc", "atom",
/// "html"; empty for the namespaces of RSS itself. Compared without scheme, case and the sign at the end, in which
/// publishers err. `known` is false for all others.
struct KnownNamespace {
    std::string_view prefix;
    bool known = false;
};
KnownNamespace known_namespace(std::string_view uri);

/// A namespace as it is published: with the address of its specification, to the letter, and the prefix that most
/// documents give it, for some readers know no more than that.
struct PublishedNamespace {
    std::string_view prefix;
    std::string_view uri;
};
/// The namespace that our parsers know by this prefix, or null: not all of them are published.
const PublishedNamespace* published_namespace(std::string_view our_prefix);
/// The namespace with this address, or null.
const PublishedNamespace* published_namespace_at(std::string_view uri);

/// A name as a number, so that names can be compared in a `switch`: FNV-1a in 64 bits. Two names of one number are as
/// good as impossible, and would do no more than the name itself.
constexpr std::uint64_t tag_hash(std::string_view name) {
    std::uint64_t hash = 0xCBF29CE484222325;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    return hash;
}

/// `case "itunes:author"_name:`
constexpr std::uint64_t operator""_name(const char* name, std::size_t size) { return tag_hash({name, size}); }

}  // namespace masthead::feeds
