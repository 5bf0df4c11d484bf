#pragma once

#include <cstddef>
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

/// Which namespaces are in scope while a document is read from its start to its end (Namespaces in XML 1.0, section 6).
class NamespaceScope {
public:
    /// Opens an element; declarations that follow are its own.
    void enter() { marks_.push_back(bindings_.size()); }
    void leave();
    void declare(std::string_view prefix, std::string_view uri);

    /// The name of an element or attribute in lower case with our prefix for its namespace. A prefix that was not
    /// declared, or declared for an unknown namespace, stands for itself: `<itunes:author>` without a declaration is
    /// what its author meant.
    std::string element_name(std::string_view raw) const;
    std::string attribute_name(std::string_view raw) const;

private:
    struct Binding {
        std::string prefix, our_prefix;
        bool known = false;
    };
    const Binding* find(std::string_view prefix) const;

    std::vector<Binding> bindings_;
    std::vector<std::size_t> marks_;  // for each open element: how many bindings there were before it
};

}  // namespace masthead::feeds
