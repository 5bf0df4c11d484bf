#include "feeds/text/recipient.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "feeds/text/html_references.hpp"
#include "feeds/text/html_tokens.hpp"
#include "feeds/text/images.hpp"
#include "feeds/text/reader_marks.hpp"
#include "feeds/text/recipient_url.hpp"
#include "feeds/text/recipient_words.hpp"
#include "feeds/text/redirects.hpp"
#include "feeds/text/sanitise.hpp"
#include "feeds/text/url.hpp"
#include "feeds/text/word_lists.hpp"

namespace masthead::feeds {
namespace {

bool has_words(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               static_cast<unsigned char>(c) >= 0xC3;
    });
}

bool holds_text_alone(std::string_view tag) {
    static constexpr std::array<std::string_view, 15> tags = {
        "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dd", "dt", "blockquote", "footer"};
    return is_one_of(tags, tag);
}

// Writes a safe fragment again; what turns out to be the recipient's is cut off what was written.
class Rewriter {
public:
    /// `marks`: what is known of the reader already; learns more from the links that act.
    explicit Rewriter(ReaderMarks& marks) : marks_(marks) {}

    std::string run(std::string_view html) {
        may_say_why_ = may_say_why(html);
        HtmlTokens tokens(html);
        HtmlToken token;
        std::size_t before = 0;
        while (tokens.next(token)) {
            const std::string_view source = html.substr(before, tokens.position() - before);
            before = tokens.position();
            if (token.type == HtmlToken::Type::text) {
                text(token.text, source);
            } else if (token.type == HtmlToken::Type::start) {
                start(token, source);
            } else if (token.type == HtmlToken::Type::end) {
                end(token.tag, source);
            }
        }
        return std::move(out_);
    }

private:
    struct Block {
        std::size_t start;   // where it begins in what is written
        std::size_t inside;  // behind its start tag
        bool is_innermost = true;
        bool lost_something = false;
        bool says_why = false;
    };

    // A notice goes with the block that it stands in, or alone where that holds other blocks.
    void text(std::string_view raw, std::string_view source) {
        if (!may_say_why_ || !may_say_why(raw) || !says_why(decode_references(raw))) {
            out_ += source;
        } else if (!blocks_.empty()) {
            blocks_.back().says_why = true;
        }
    }

    void start(const HtmlToken& token, std::string_view source) {
        if (token.tag == "a") return open_link(token, source);
        if (token.tag == "img") {
            const std::string url = token.attribute("src");
            if (is_counting_image(url) || marks_.stand_in(url) || holds_mail_address(url_parts(url).query))
                return lose();
        }
        const std::size_t at = out_.size();
        out_ += source;
        if (!holds_text_alone(token.tag)) return;
        if (!blocks_.empty()) blocks_.back().is_innermost = false;
        blocks_.push_back({at, out_.size()});
    }

    void open_link(const HtmlToken& token, std::string_view source) {
        std::string url = token.attribute("href");
        std::string clean = url_without_recipient(url);
        link_start_ = out_.size();
        if (url.empty()) {  // a place that links lead to
            link_acts_ = false;
            link_written_ = true;
            out_ += source;
            return;
        }
        link_acts_ = clean.empty() && !is_click_counter(url);
        if (marks_.stand_in(clean)) clean = marks_.removed_from(clean);
        link_written_ = !clean.empty();
        if (clean == url) {
            out_ += source;
        } else if (!clean.empty()) {
            out_ += "<a href=\"";
            append_escaped_value(out_, clean);
            out_ += "\">";
        }
        link_url_ = std::move(url);
    }

    void end(std::string_view tag, std::string_view source) {
        if (tag == "a") return close_link(source);
        out_ += source;
        if (!holds_text_alone(tag) || blocks_.empty()) return;
        const Block block = blocks_.back();
        blocks_.pop_back();
        if (!block.is_innermost || !is_recipients(block)) return;
        lose();
        if (tag == "td" || tag == "th") {
            out_.resize(block.inside);  // the row keeps its columns
            out_ += source;
        } else {
            out_.resize(block.start);
        }
    }

    bool is_recipients(const Block& block) const {
        if (block.says_why) return true;
        const std::string_view inside = std::string_view(out_).substr(block.inside);
        const bool may_say = may_say_why_ && may_say_why(inside);
        if (!block.lost_something && !may_say) return false;
        const std::string shown = plain_text(inside);
        const bool emptied = block.lost_something && !has_words(shown) && inside.find("<img") == std::string_view::npos;
        return emptied || (may_say && says_why(shown));
    }

    void close_link(std::string_view source) {
        const bool says = says_action(plain_text(std::string_view(out_).substr(link_start_)));
        if (link_acts_ || says) {
            marks_.learn(link_url_);
            out_.resize(link_start_);
            lose();
        } else if (link_written_) {
            out_ += source;
        }
        link_acts_ = link_written_ = false;
        link_url_.clear();
    }

    void lose() {
        if (!blocks_.empty()) blocks_.back().lost_something = true;
    }

    std::string out_;
    std::vector<Block> blocks_;
    ReaderMarks& marks_;
    std::size_t link_start_ = 0;
    std::string link_url_;
    bool link_acts_ = false, link_written_ = false;
    bool may_say_why_ = false;  // whether any text of it may
};

}  // namespace

std::string without_recipient(std::string_view html) {
    ReaderMarks marks;
    return without_recipient(html, marks);
}

std::string without_recipient(std::string_view html, ReaderMarks& marks) {
    auto out = Rewriter(marks).run(html);
    // The link that unsubscribes stands at the end; what it tells of the reader stands in those before it.
    return marks.stand_in(out) ? Rewriter(marks).run(out) : out;
}

}  // namespace masthead::feeds
