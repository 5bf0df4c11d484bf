#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace masthead::feeds {

/// Text as any published document may hold it: valid UTF-8 (what is not becomes U+FFFD) without control characters
/// other than tab and line feed, and without noncharacters (XML 1.0, section 2.2; HTML, section 13.1.4).
std::string clean_text(std::string_view text);

/// Clean text with `&`, `<`, `>` and `"` escaped, for XML and HTML, between tags and in attributes between double
/// quotes.
std::string escaped(std::string_view text);

/// Writes XML (or HTML, whose void elements are written by `leaf`) from top to bottom into one string. All that it
/// takes is escaped and cleaned on the way in, and elements can only be nested, so what comes out is well-formed. What
/// is empty is left out: an attribute without a value, an element of `text` without a text.
///     XmlWriter out("<?xml ...?>\n");
///     out.open("entry");
///     out.text("title", "Tides & moons");
///     out.leaf("link", {{"rel", "related"}, {"href", url}});
///     out.close();
class XmlWriter {
public:
    enum class Write { when_filled, always };
    struct Attribute {
        std::string_view name, value;
        Write write = Write::when_filled;  ///< `alt=""` says something
    };
    using Attributes = std::initializer_list<Attribute>;

    /// `prologue` comes first, as it is.
    explicit XmlWriter(std::string_view prologue);

    /// `name` has to outlive the element: a literal.
    void open(std::string_view name, Attributes attributes = {});
    /// The same for names and attributes that are data.
    void begin(std::string_view name, const std::vector<Attribute>& attributes);
    void close();
    void text(std::string_view name, std::string_view text, Attributes attributes = {});
    void leaf(std::string_view name, Attributes attributes = {});
    /// Text inside the element that is open.
    void words(std::string_view text);
    /// Markup inside the element that is open, as it is: a safe HTML fragment, or the output of another writer.
    void markup(std::string_view fragment);

    /// Closes what is open and hands the document over; the writer is empty then.
    std::string finish();

private:
    void start(std::string_view name, std::span<const Attribute> attributes);
    void enter(std::string_view name);
    void end_line();

    std::string out_;
    bool line_ends_ = false;  // a line break is due, unless words follow
    std::vector<std::string_view> open_;
};

}  // namespace masthead::feeds
