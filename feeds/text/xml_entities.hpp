#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace masthead::feeds {

/// The general entities that a document may use: those of XML, those of HTML (feeds use them undeclared), and those
/// that its doctype declares as text.
class XmlEntities {
public:
    /// Reads the declarations of an internal subset. External and parameter entities declare nothing.
    void declare_all(std::string_view subset);

    /// Appends `raw` with its references resolved, escaped for XML, without the characters that XML forbids (XML 1.0,
    /// section 2.2). What is no reference is a naked ampersand and is escaped.
    void append_resolved(std::string& out, std::string_view raw);

    /// How often a naked ampersand or an unknown entity was met.
    std::size_t naked() const { return naked_; }

private:
    bool append_reference(std::string& out, std::string_view name);

    std::map<std::string, std::string, std::less<>> declared_;  // name -> text, references resolved
    std::size_t expanded_ = 0;                                  // bytes that declared entities have become
    std::size_t naked_ = 0;
};

/// Appends text escaped for XML, without the characters that XML forbids.
void append_xml_text(std::string& out, std::string_view text);

/// Appends text without the characters that XML forbids, otherwise as it is.
void append_xml_characters(std::string& out, std::string_view text);

}  // namespace masthead::feeds
