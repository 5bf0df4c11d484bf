#include "feeds/text/recipient.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "feeds/text/ascii.hpp"
#include "feeds/text/clean_url.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/html_references.hpp"
#include "feeds/text/html_tokens.hpp"
#include "feeds/text/images.hpp"
#include "feeds/text/recipient_words.hpp"
#include "feeds/text/redirects.hpp"
#include "feeds/text/sanitise.hpp"
#include "feeds/text/url.hpp"
#include "feeds/text/word_lists.hpp"

namespace masthead::feeds {
namespace {

constexpr int most_redirects = 4;

// A segment of a path that asks the service to do something for the reader. Whole segments only: an article may be
// called "how-to-unsubscribe".
constexpr std::array<std::string_view, 34> actions = {"confirm",
                                                      "confirmation",
                                                      "disable_email",
                                                      "email-preferences",
                                                      "email-settings",
                                                      "email_preferences",
                                                      "email_settings",
                                                      "feedback",
                                                      "forward-to-friend",
                                                      "magic-link",
                                                      "magic_link",
                                                      "manage",
                                                      "manage-preferences",
                                                      "manage-subscription",
                                                      "manage_subscription",
                                                      "opt-out",
                                                      "opt_out",
                                                      "optout",
                                                      "poll",
                                                      "polls",
                                                      "preferences",
                                                      "profile-center",
                                                      "refer",
                                                      "referral",
                                                      "referrals",
                                                      "subscription-center",
                                                      "subscription-preferences",
                                                      "subscription_center",
                                                      "survey",
                                                      "unsub",
                                                      "unsubscribe",
                                                      "update-profile",
                                                      "vote",
                                                      "votes"};
static_assert(is_sorted(actions));
constexpr auto by_size = [](std::string_view a, std::string_view b) { return a.size() < b.size(); };
constexpr std::size_t shortest_action = std::min_element(actions.begin(), actions.end(), by_size)->size();
constexpr std::size_t longest_action = std::max_element(actions.begin(), actions.end(), by_size)->size();

bool is_action(std::string_view segment) {
    return segment.size() >= shortest_action && segment.size() <= longest_action &&
           is_one_of_sorted(actions, lowered(segment));
}

// Parameters that are somebody's, whatever their value.
bool is_personal_name(std::string_view name) {
    static constexpr std::array<std::string_view, 27> names = {"token",         "uuid",
                                                               "jwt",           "auth",
                                                               "auth_token",    "access_token",
                                                               "subscriber",    "subscriber_id",
                                                               "subscriberid",  "subscription_id",
                                                               "email",         "email_hash",
                                                               "emailhash",     "email_id",
                                                               "recipient",     "recipient_id",
                                                               "contact",       "contact_id",
                                                               "contactid",     "member_id",
                                                               "memberid",      "user_hash",
                                                               "reader",        "unsubscribe_token",
                                                               "mc_eid",        "ck_subscriber_id",
                                                               "referrer_token"};
    return is_one_of(names, name);
}

// Short names that mean the reader at mail services, and anything elsewhere: only a value that looks like a token.
bool is_personal_pair(std::string_view name, std::string_view value) {
    static constexpr std::array<std::string_view, 10> names = {"e",   "h", "k", "key", "hash",
                                                               "sig", "r", "s", "id",  "eid"};
    if (!is_one_of(names, name) || value.size() < 16) return false;
    const bool has_digit = std::any_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool is_token = std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
               c == '=';
    });
    return has_digit && is_token;
}

bool holds_mail_address(std::string_view text) {
    if (text.find_first_of("@%") == std::string_view::npos) return false;
    const std::string plain = percent_decode(text);
    const auto at = plain.find('@');
    return at != std::string::npos && at > 0 && plain.find('.', at) != std::string::npos && plain[at - 1] != '/';
}

bool is_service_reader(std::string_view host, std::string_view name) {
    const auto is_at = [&](std::string_view service) { return host.find(service) != std::string_view::npos; };
    return (name == "e" && (is_at("campaign-archive.com") || is_at("list-manage.com") || is_at("mailchi.mp"))) ||
           (name == "h" && is_at("buttondown.")) || ((name == "r" || name == "s") && is_at("substack.com"));
}

std::string without_personal_parameters(std::string_view url, std::string_view host) {
    if (url.find('?') == std::string_view::npos) return std::string(url);
    const std::string_view fragment = url.substr(std::min(url.find('#'), url.size()));
    const std::string_view before = url.substr(0, url.size() - fragment.size());
    const auto mark = std::min(before.find('?'), before.size());
    std::string out(before.substr(0, mark));
    bool first = true;
    for (std::string_view query = before.substr(std::min(mark + 1, before.size())); !query.empty();) {
        const auto end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        const auto sign = std::min(pair.find('='), pair.size());
        const std::string name = folded(pair.substr(0, sign));
        const std::string_view value = pair.substr(std::min(sign + 1, pair.size()));
        const bool is_personal = is_personal_name(name) || is_personal_pair(name, value) || holds_mail_address(value) ||
                                 is_service_reader(host, name);
        if (pair.empty() || is_personal) continue;
        out += first ? '?' : '&';
        out += pair;
        first = false;
    }
    return out + std::string(fragment);
}

bool has_action(std::string_view path) {
    while (!path.empty()) {
        const auto end = std::min(path.find('/'), path.size());
        if (is_action(path.substr(0, end))) return true;
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return false;
}

bool acts(const UrlParts& parts) {
    // Ghost puts its portal's actions into the fragment: "#/feedback/ID/1/".
    if (has_action(parts.path) || has_action(parts.fragment)) return true;
    if (parts.query.empty()) return false;
    const std::string query = folded(parts.query);
    return query.find("unsubscribe") != std::string::npos || query.find("action=disable") != std::string::npos ||
           query.find("optout") != std::string::npos;
}

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
            if (is_counting_image(url) || holds_mail_address(url_parts(url).query)) return lose();
        }
        const std::size_t at = out_.size();
        out_ += source;
        if (!holds_text_alone(token.tag)) return;
        if (!blocks_.empty()) blocks_.back().is_innermost = false;
        blocks_.push_back({at, out_.size()});
    }

    void open_link(const HtmlToken& token, std::string_view source) {
        const std::string url = token.attribute("href");
        const std::string clean = url_without_recipient(url);
        link_start_ = out_.size();
        if (url.empty()) {  // a place that links lead to
            link_acts_ = false;
            link_written_ = true;
            out_ += source;
            return;
        }
        link_acts_ = clean.empty() && !is_click_counter(url);
        link_written_ = !clean.empty();
        if (clean == url) {
            out_ += source;
        } else if (!clean.empty()) {
            out_ += "<a href=\"";
            append_escaped_value(out_, clean);
            out_ += "\">";
        }
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
            out_.resize(link_start_);
            lose();
        } else if (link_written_) {
            out_ += source;
        }
        link_acts_ = link_written_ = false;
    }

    void lose() {
        if (!blocks_.empty()) blocks_.back().lost_something = true;
    }

    std::string out_;
    std::vector<Block> blocks_;
    std::size_t link_start_ = 0;
    bool link_acts_ = false, link_written_ = false;
    bool may_say_why_ = false;  // whether any text of it may
};

}  // namespace

std::string without_recipient(std::string_view html) { return Rewriter().run(html); }

bool is_plain_page(std::string_view url) {
    const auto clean = clean_url(url);
    return clean && clean->query.empty() && clean->fragment.empty() &&
           clean->path.find_first_of("%@") == std::string_view::npos && !is_click_counter(clean->host, clean->path) &&
           !has_action(clean->path);
}

std::string url_without_recipient(std::string_view url) {
    if (is_plain_page(url)) return std::string(url);
    std::string current(url);
    for (int step = 0; step < most_redirects && is_click_counter(current); ++step) {
        auto target = redirect_target(current);
        if (!target) return {};
        current = std::move(*target);
    }
    const UrlParts parts = url_parts(current);
    if (parts.host.empty()) {  // a mail address may be one that unsubscribes
        const std::string plain = folded(percent_decode(current));
        return plain.find("unsub") != std::string::npos || plain.find("optout") != std::string::npos ? std::string()
                                                                                                     : current;
    }
    if (acts(parts) || holds_mail_address(parts.path)) return {};
    return without_tracking(without_personal_parameters(current, parts.host));
}

}  // namespace masthead::feeds
