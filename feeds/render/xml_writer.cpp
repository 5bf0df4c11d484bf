#include "feeds/render/xml_writer.hpp"

#include <utility>

#include "feeds/text/encoding.hpp"
#include "feeds/text/html_references.hpp"

namespace masthead::feeds {
namespace {

unsigned byte_at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

// How many bytes of valid UTF-8, from `i` on, are a character that no document may hold; 0: it may.
std::size_t forbidden_length(std::string_view text, std::size_t i) {
    const unsigned first = byte_at(text, i);
    if (first < 0x20) return first == '\t' || first == '\n' ? 0 : 1;
    if (first == 0x7F) return 1;
    if (first == 0xC2 && byte_at(text, i + 1) < 0xA0) return 2;  // the controls U+0080 to U+009F
    // U+FFFE and U+FFFF, and U+FDD0 to U+FDEF
    if (first == 0xEF && byte_at(text, i + 1) == 0xBF && byte_at(text, i + 2) >= 0xBE) return 3;
    if (first == 0xEF && byte_at(text, i + 1) == 0xB7 && byte_at(text, i + 2) >= 0x90 && byte_at(text, i + 2) <= 0xAF)
        return 3;
    // U+1FFFE, U+1FFFF, U+2FFFE, ... U+10FFFF
    if (first >= 0xF0 && (byte_at(text, i + 1) & 0x0F) == 0x0F && byte_at(text, i + 2) == 0xBF &&
        byte_at(text, i + 3) >= 0xBE)
        return 4;
    return 0;
}

bool is_plain_ascii(std::string_view text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x7F || (byte < 0x20 && byte != '\t' && byte != '\n')) return false;
    }
    return true;
}

}  // namespace

std::string clean_text(std::string_view text) {
    if (is_plain_ascii(text)) return std::string(text);
    const std::string valid = repair_utf8(text);
    std::string out;
    out.reserve(valid.size());
    for (std::size_t i = 0; i < valid.size();) {
        const std::size_t forbidden = forbidden_length(valid, i);
        if (forbidden == 0) {
            out += valid[i++];
            continue;
        }
        // A carriage return ends a line, alone or before a line feed (XML 1.0, section 2.11).
        if (valid[i] == '\r' && (i + 1 == valid.size() || valid[i + 1] != '\n')) out += '\n';
        i += forbidden;
    }
    return out;
}

std::string escaped(std::string_view text) {
    std::string out;
    append_escaped_value(out, clean_text(text));
    return out;
}

XmlWriter::XmlWriter(std::string_view prologue) : out_(prologue) {}

void XmlWriter::end_line() {
    if (line_ends_) out_ += '\n';
    line_ends_ = false;
}

void XmlWriter::start(std::string_view name, std::span<const Attribute> attributes) {
    end_line();
    out_.append("<").append(name);
    for (const Attribute& attribute : attributes) {
        if (attribute.value.empty() && attribute.write == Write::when_filled) continue;
        out_.append(" ").append(attribute.name).append("=\"").append(escaped(attribute.value)).append("\"");
    }
}

void XmlWriter::open(std::string_view name, Attributes attributes) {
    start(name, {attributes.begin(), attributes.size()});
    enter(name);
}

void XmlWriter::begin(std::string_view name, const std::vector<Attribute>& attributes) {
    start(name, attributes);
    enter(name);
}

void XmlWriter::enter(std::string_view name) {
    out_ += ">";
    open_.push_back(name);
    line_ends_ = true;
}

void XmlWriter::close() {
    end_line();
    out_.append("</").append(open_.back()).append(">");
    open_.pop_back();
    line_ends_ = true;
}

void XmlWriter::text(std::string_view name, std::string_view text, Attributes attributes) {
    const std::string value = escaped(text);
    if (value.empty()) return;
    start(name, {attributes.begin(), attributes.size()});
    out_.append(">").append(value).append("</").append(name).append(">");
    line_ends_ = true;
}

void XmlWriter::leaf(std::string_view name, Attributes attributes) {
    start(name, {attributes.begin(), attributes.size()});
    out_ += "/>";
    line_ends_ = true;
}

void XmlWriter::words(std::string_view text) {
    line_ends_ = false;  // white space between a link and its comma would be seen
    out_ += escaped(text);
}

void XmlWriter::markup(std::string_view fragment) {
    end_line();
    out_ += clean_text(fragment);
}

std::string XmlWriter::finish() {
    while (!open_.empty()) close();
    end_line();
    return std::exchange(out_, {});
}

}  // namespace masthead::feeds
