#include "feeds/text/recipient_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "feeds/text/fold.hpp"
#include "feeds/text/phrase_finder.hpp"

namespace masthead::feeds {

bool says_action(std::string_view text) {
    static const std::vector<std::string> beginnings = [] {
        std::vector<std::string> out;
        for (const char* phrase : {"unsubscribe",
                                   "opt out",
                                   "manage preferences",
                                   "manage your",
                                   "manage subscription",
                                   "update preferences",
                                   "update your",
                                   "email preferences",
                                   "change your preferences",
                                   "abmelden",
                                   "abbestellen",
                                   "newsletter abbestellen",
                                   "vom newsletter abmelden",
                                   "se désabonner",
                                   "se désinscrire",
                                   "désabonnement",
                                   "désinscription",
                                   "gérer mes préférences",
                                   "darse de baja",
                                   "darme de baja",
                                   "cancelar suscripción",
                                   "cancelar la suscripción",
                                   "annulla iscrizione",
                                   "annulla l'iscrizione",
                                   "disiscriviti",
                                   "cancellati",
                                   "cancelar inscrição",
                                   "cancelar a inscrição",
                                   "descadastrar",
                                   "cancelar subscrição",
                                   "wypisz się",
                                   "zrezygnuj z subskrypcji",
                                   "uitschrijven",
                                   "afmelden",
                                   "avregistrera",
                                   "отписаться",
                                   "配信停止",
                                   "配信解除",
                                   "退订",
                                   "取消订阅",
                                   "수신거부",
                                   "إلغاء الاشتراك",
                                   "सदस्यता समाप्त"})
            out.push_back(folded(phrase));
        return out;
    }();
    if (text.size() > 120) return false;
    const std::string plain = folded(text);
    return std::any_of(beginnings.begin(), beginnings.end(), [&](const std::string& beginning) {
        return plain.compare(0, beginning.size(), beginning) == 0;
    });
}

bool may_say_why(std::string_view html) {
    // A part of each phrase of says_why(), as it is written.
    static constexpr std::array<std::string_view, 23> parts = {
        "eceiv",       "getting", "sent to", "halten",  "h\u00E4lt", "bekommen", "wurde an", "recevez",
        "re\u00E7ois", "envoy",   "recib",   "enviado", "icev",      "inviata",  "ecebe",    "otrzym",
        "ontvangt",    "получ",   "メール",  "收到",    "邮件",      "تتلق",     "وصلت"};
    static const PhraseFinder finder(parts);
    return finder.is_in(html);
}

bool says_why(std::string_view text) {
    static constexpr std::array<std::string_view, 38> phrases = {"you are receiving this",
                                                                 "you're receiving this",
                                                                 "you received this email",
                                                                 "you are getting this",
                                                                 "you're getting this",
                                                                 "this email was sent to",
                                                                 "this message was sent to",
                                                                 "this newsletter was sent to",
                                                                 "sie erhalten diese",
                                                                 "du erhältst diese",
                                                                 "sie bekommen diese",
                                                                 "diese e-mail wurde an",
                                                                 "vous recevez cet",
                                                                 "vous recevez ce",
                                                                 "tu reçois cet",
                                                                 "cet e-mail a été envoyé",
                                                                 "recibes este",
                                                                 "recibe este",
                                                                 "has recibido este",
                                                                 "este correo fue enviado",
                                                                 "ricevi questa",
                                                                 "hai ricevuto questa",
                                                                 "stai ricevendo questa",
                                                                 "questa email è stata inviata",
                                                                 "você está recebendo",
                                                                 "recebeu este",
                                                                 "está a receber este",
                                                                 "otrzymujesz tę",
                                                                 "otrzymałeś tę",
                                                                 "je ontvangt deze",
                                                                 "u ontvangt deze",
                                                                 "вы получили это",
                                                                 "вы получаете это",
                                                                 "このメールは",
                                                                 "您收到此",
                                                                 "本邮件",
                                                                 "تتلقى هذه",
                                                                 "وصلتك هذه"};
    static const PhraseFinder finder([] {
        std::vector<std::string> out(phrases.size());
        std::transform(phrases.begin(), phrases.end(), out.begin(), folded);
        return out;
    }());
    if (text.size() > 1000) return false;
    return finder.is_in(folded(text));
}

}  // namespace masthead::feeds
