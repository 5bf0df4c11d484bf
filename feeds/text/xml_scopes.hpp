#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/text/xml_names.hpp"

namespace masthead::feeds {

/// The name of an element or attribute.
struct XmlName {
    std::string full;  ///< lower case, with our own prefix for a known namespace: "itunes:author", "title"
    std::string_view prefix, local;  ///< of `full`; the prefix is empty for a name without one
    std::uint64_t key = tag_hash(""), prefix_key = tag_hash(""), local_key = tag_hash("");  ///< of these three
    std::string written;  ///< the local name as the document writes it: "alternateEnclosure"
    /// The address of its namespace: that of its specification where we know it, else as declared; empty for a name
    /// without one, and for a prefix that was not declared.
    std::string_view uri;
    bool is_published = false;  ///< whether we know the specification of its namespace
};

/// The namespaces that a document declares, and its names. Each scope is a number, each name is made once, so that an
/// element's name costs one look-up (Namespaces in XML 1.0, section 6).
class XmlScopes {
public:
    using Scope = std::uint32_t;
    static constexpr Scope outermost = 0;

    XmlScopes();

    /// The scope within an element that stands in `outer` and declares this.
    Scope declare(Scope outer, std::string_view prefix, std::string_view uri);

    /// The addresses of all namespaces that are declared in a scope, as written, the innermost first.
    std::vector<std::string_view> declared(Scope scope) const;

    /// The name of an element or attribute. A prefix that was not declared, or declared for an unknown namespace,
    /// stands for itself: `<itunes:author>` without a declaration is what its author meant. A prefix that stands for a
    /// second unknown namespace has a number behind it. The name lives as long as this. All names behind the first
    /// 4,096 of a document are the empty one.
    const XmlName& element(Scope scope, std::string_view raw) { return find(scope, Kind::element, raw); }
    const XmlName& attribute(Scope scope, std::string_view raw) { return find(scope, Kind::attribute, raw); }

private:
    enum class Kind : std::uint8_t { element, attribute };
    struct Binding {
        Scope outer;
        std::string prefix, our_prefix;
        std::string uri;  // as written
        bool known;
    };
    struct Key {
        Scope scope;
        Kind kind;
        std::string_view raw;
        bool operator==(const Key&) const = default;
    };
    struct Slot {
        Key key;
        const XmlName* name = nullptr;  // null for a slot that is free
    };

    const XmlName& find(Scope scope, Kind kind, std::string_view raw);
    Slot& slot(const Key& key);
    void make_room();
    const XmlName& add(const Key& key);
    XmlName made(const Key& key) const;
    const Binding* binding(Scope scope, std::string_view prefix) const;
    std::string prefix_of_unknown(const std::string& prefix, std::string_view uri);

    std::vector<Binding> scopes_;                              // each scope is its innermost declaration
    std::map<std::string, std::string, std::less<>> unknown_;  // address by our prefix
    std::deque<std::string> raw_;                              // what the keys point to
    std::deque<XmlName> names_;
    std::vector<Slot> slots_;  // a hash table: a key stands in the first slot behind its hash that was free
    XmlName nameless_;
};

}  // namespace masthead::feeds
