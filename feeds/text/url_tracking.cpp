#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "feeds/text/ascii.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

bool is_tracking_parameter(std::string_view name) {
    static constexpr std::array exact = {"fbclid",
                                         "gclid",
                                         "dclid",
                                         "gbraid",
                                         "wbraid",
                                         "msclkid",
                                         "yclid",
                                         "twclid",
                                         "igshid",
                                         "igsh",
                                         "mc_cid",
                                         "mc_eid",
                                         "_bhlid",
                                         "bhlid",
                                         "_hsenc",
                                         "_hsmi",
                                         "mkt_tok",
                                         "vero_id",
                                         "oly_enc_id",
                                         "oly_anon_id",
                                         "ck_subscriber_id",
                                         "isfreemail",
                                         "publication_id",
                                         "triedredirect",
                                         "int_source",
                                         "ref_src",
                                         "ref_url",
                                         "trk",
                                         "cmpid",
                                         "sc_cid",
                                         "ncid",
                                         "wickedid",
                                         "rb_clickid",
                                         "s_cid",
                                         "ml_subscriber",
                                         "ml_subscriber_hash",
                                         "attribution_id",
                                         "attribution_type",
                                         "epik",
                                         "srsltid",
                                         "sharetype"};
    const std::string key = lowered(name);
    return key.rfind("utm_", 0) == 0 || key.rfind("pk_", 0) == 0 || key.rfind("mtm_", 0) == 0 ||
           key.rfind("hsa_", 0) == 0 || std::find(exact.begin(), exact.end(), key) != exact.end();
}

// Parameters that track only with certain values: Ghost names the referring site, Medium the feed that was read.
bool is_tracking_value(std::string_view name, std::string_view value) {
    const std::string key = lowered(name);
    return (key == "ref" && value.find('.') != std::string_view::npos) ||
           (key == "source" && value.substr(0, 3) == "rss");
}

bool is_tracking(std::string_view pair) {
    const auto equals = std::min(pair.find('='), pair.size());
    const std::string_view name = pair.substr(0, equals);
    return is_tracking_parameter(name) || is_tracking_value(name, pair.substr(std::min(equals + 1, pair.size())));
}

}  // namespace

std::string without_tracking(std::string_view url) {
    const auto fragment_at = std::min(url.find('#'), url.size());
    const std::string_view fragment = url.substr(fragment_at);
    const std::string_view before = url.substr(0, fragment_at);
    const auto query_at = before.find('?');
    if (query_at == std::string_view::npos) return std::string(url);
    std::string kept;
    std::string_view query = before.substr(query_at + 1);
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        if (!pair.empty() && !is_tracking(pair)) {
            kept += kept.empty() ? '?' : '&';
            kept += pair;
        }
        query.remove_prefix(std::min(end + 1, query.size()));
    }
    return std::string(before.substr(0, query_at)) + kept + std::string(fragment);
}

}  // namespace masthead::feeds
