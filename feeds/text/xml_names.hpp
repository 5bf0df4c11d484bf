#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

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

/// Which namespaces are in scope while a document is read from its start to its end (Namespaces in XML 1.0, section 6).
class NamespaceScope {
public:
    /// Opens an element; declarations that follow are its own.
    void enter() { marks_.push_back(bindings_.size()); }
    void leave();
    void declare(std::string_view prefix, std::string_view uri);

    /// The name of an element or attribute in lower case with our prefix for its namespace. A prefix that was not
    /// declared, or declared for an unknown namespace, stands for itself: `<itunes:author>` without a declaration is
    /// what its author meant. A prefix that stands for a second unknown namespace has a number behind it.
    std::string element_name(std::string_view raw) const;
    std::string attribute_name(std::string_view raw) const;

    /// The addresses of all unknown namespaces that were declared so far, as written, by their prefix in our names.
    const std::map<std::string, std::string, std::less<>>& unknown() const { return unknown_; }

private:
    struct Binding {
        std::string prefix, our_prefix;
        bool known = false;
    };
    const Binding* find(std::string_view prefix) const;
    std::string prefix_of_unknown(const std::string& prefix, std::string_view uri);

    std::map<std::string, std::string, std::less<>> unknown_;
    std::vector<Binding> bindings_;
    std::vector<std::size_t> marks_;  // for each open element: how many bindings there were before it
};

}  // namespace masthead::feeds
