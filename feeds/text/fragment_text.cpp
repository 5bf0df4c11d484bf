#include <algorithm>
#include <vector>

#include "feeds/text/ascii.hpp"
#include "feeds/text/html_references.hpp"
#include "feeds/text/html_tokens.hpp"
#include "feeds/text/sanitise.hpp"

namespace masthead::feeds {
namespace {

bool is_tail_byte(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Appends text with its white space collapsed into what is there already.
void append_collapsed(std::string& out, std::string_view text) {
    for (char c : text) {
        if (!is_blank(c)) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
}

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_tail_byte(c); }));
}

std::size_t next_character(std::string_view text, std::size_t at) {
    for (++at; at < text.size() && is_tail_byte(text[at]);) ++at;
    return at;
}

// What may be cut between two of its blocks; lists, tables and quotations stay whole.
bool is_container(std::string_view tag) {
    return tag == "div" || tag == "section" || tag == "article" || tag == "main" || tag == "header";
}

// A sentence ends behind its mark (and quotes or brackets that close there) when the text goes on with a blank or
// ends; the full-width marks of Chinese and Japanese need no blank.
std::size_t sentence_end(std::string_view text, std::size_t at) {
    for (std::string_view mark : {"。", "！", "？", "।"})
        if (text.substr(at, mark.size()) == mark) return at + mark.size();
    std::size_t end = 0;
    for (std::string_view mark : {".", "!", "?", "…", "؟", "۔"})
        if (text.substr(at, mark.size()) == mark) end = at + mark.size();
    if (end == 0) return 0;
    for (std::string_view closing : {"\"", "”", "’", "»", ")"})
        if (text.substr(end, closing.size()) == closing) end += closing.size();
    return end == text.size() || text[end] == ' ' ? end : 0;
}

}  // namespace

std::string plain_text(std::string_view html) {
    std::string out;
    HtmlTokens tokens(html);
    HtmlToken token;
    while (tokens.next(token)) {
        if (token.type == HtmlToken::Type::text) {
            append_collapsed(out, decode_references(token.text));
        } else if (token.type != HtmlToken::Type::raw && is_block_element(token.tag)) {
            append_collapsed(out, " ");
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string with_fragments_of(std::string_view page, std::string html) {
    if (page.empty() || html.find("href=\"#") == std::string::npos) return html;
    const auto address = page.substr(0, page.find('#'));
    std::string out;
    std::size_t written = 0;
    HtmlTokens tokens(html);
    HtmlToken token;
    while (tokens.next(token)) {
        if (token.type != HtmlToken::Type::start || token.tag != "a") continue;
        for (const auto& attribute : token.attributes) {
            if (attribute.name != "href" || attribute.value.substr(0, 1) != "#") continue;
            const auto at = static_cast<std::size_t>(attribute.value.data() - html.data());
            out.append(html, written, at - written);
            append_escaped_value(out, address);
            written = at;
        }
    }
    return out.append(html, written);
}

std::string html_from_text(std::string_view text) {
    std::string out;
    std::string paragraph;
    std::size_t paragraphs = 0;
    const auto close = [&] {
        if (paragraph.empty()) return;
        if (++paragraphs == 2) out = "<p>" + out + "</p>";
        out += paragraphs > 1 ? "<p>" + paragraph + "</p>" : paragraph;
        paragraph.clear();
    };
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
        while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
        if (line.empty()) {
            close();
            continue;
        }
        if (!paragraph.empty()) paragraph += "<br>";
        append_escaped(paragraph, line);
    }
    close();
    return out;
}

std::string excerpt(std::string_view text, std::size_t characters) {
    std::size_t sentence = 0;
    std::size_t word = 0;
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size() && count < characters; ++count) {
        if (const auto end = sentence_end(text, at); end != 0 && count + 1 >= characters / 2) sentence = end;
        if (text[at] == ' ') word = at;
        at = next_character(text, at);
    }
    if (at >= text.size()) return std::string(text);
    if (sentence != 0 && count_characters(text.substr(0, sentence)) <= characters)
        return std::string(text.substr(0, sentence));
    // Scripts without blanks end anywhere: the ellipsis takes the place of the last character.
    std::size_t cut = word;
    if (count_characters(text.substr(0, word)) < characters / 2) {
        cut = at;
        while (cut > 0 && is_tail_byte(text[--cut])) continue;
    }
    while (cut > 0 && (text[cut - 1] == ' ' || text[cut - 1] == ',')) --cut;
    return std::string(text.substr(0, cut)) + "…";
}

std::string excerpt_html(std::string_view html, std::size_t characters) {
    std::size_t cut = 0;  // the last place between two blocks, the text before it, the end tags of what is open there
    std::size_t cut_text = 0;
    std::string cut_tags;
    std::vector<std::string> open;
    std::size_t text = 0;
    HtmlTokens tokens(html);
    HtmlToken token;
    while (tokens.next(token)) {
        if (token.type == HtmlToken::Type::text) text += count_characters(decode_references(token.text));
        if (text >= characters && cut_text >= characters / 3) break;
        if (text >= 2 * characters) return html_from_text(excerpt(plain_text(html), characters));
        if (token.type == HtmlToken::Type::start && !is_void_element(token.tag)) open.push_back(token.tag);
        if (token.type != HtmlToken::Type::end || open.empty()) continue;
        open.pop_back();
        if (!is_block_element(token.tag) || !std::all_of(open.begin(), open.end(), is_container)) continue;
        cut = tokens.position();
        cut_text = text;
        cut_tags.clear();
        std::for_each(open.rbegin(), open.rend(),
                      [&](const auto& tag) { cut_tags.append("</").append(tag).append(">"); });
    }
    if (text < characters || cut == 0) return std::string(html);
    return std::string(html.substr(0, cut)) + cut_tags;
}

}  // namespace masthead::feeds
