#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "feeds/text/ascii.hpp"
#include "feeds/text/url.hpp"
#include "feeds/text/url_query.hpp"

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

}  // namespace

std::string without_tracking(std::string_view url) {
    return without_parameters(url, [](std::string_view name, std::string_view value) {
        return is_tracking_parameter(name) || is_tracking_value(name, value);
    });
}

}  // namespace masthead::feeds
