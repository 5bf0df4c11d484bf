#include "feeds/people/bio_words.hpp"

namespace masthead::feeds {
namespace {

using std::string_view;

constexpr string_view pronoun_list[] = {"she",  "he",  "they", "her", "his",    "their", "sie",   "er",
                                        "elle", "il",  "ella", "el",  "ele",    "ela",   "lei",   "lui",
                                        "zij",  "hij", "ona",  "on",  "follow", "on",    "before"};

constexpr string_view bio_verb_list[] = {
    "is",        "was",     "are",      "were",    "writes",  "covers", "reports",  "teaches",  "works",    "edits",
    "runs",      "hosts",   "has",      "lives",   "studies", "leads",  "makes",    "trained",  "wrote",    "worked",
    "served",    "serves",  "directs",  "ist",     "war",     "sind",   "schreibt", "lehrt",    "leitet",   "arbeitet",
    "berichtet", "lebt",    "forscht",  "est",     "etait",   "sont",   "ecrit",    "enseigne", "dirige",   "travaille",
    "couvre",    "vit",     "es",       "fue",     "era",     "son",    "escribe",  "ensena",   "cubre",    "trabaja",
    "vive",      "e",       "scrive",   "insegna", "lavora",  "foi",    "escreve",  "ensina",   "trabalha", "cobre",
    "schrijft",  "werkt",   "doceert",  "woont",   "jest",    "pisze",  "zajmuje",  "wyklada",  "byl",      "byla",
    "pracuje",   "mieszka", "prowadzi", "ar",      "er",      "skriver"};

constexpr string_view copula_list[] = {"is",   "was", "are", "were", "ist",  "war",  "sind", "est",  "etait", "sont",
                                       "es",   "fue", "era", "son",  "e",    "foi",  "sao",  "sono", "jest",  "byl",
                                       "byla", "sa",  "ar",  "er",   "zijn", "este", "on",   "я"};

constexpr string_view role_place_list[] = {"at", "in", "an",  "am",  "bei", "a",      "dans", "en", "na",
                                           "no", "w",  "aan", "bij", "vid", "presso", "from", "for"};

constexpr string_view role_end_list[] = {"at",  "and", "who", "whose", "in",   "for",      "with", "where", "und",
                                         "an",  "am",  "bei", "in",    "et",   "a",        "dans", "qui",   "y",
                                         "en",  "que", "e",   "che",   "na",   "no",       "em",   "w",     "i",
                                         "aan", "bij", "och", "vid",   "from", "covering", "based"};

}  // namespace

const WordList pronouns = pronoun_list;
const WordList bio_verbs = bio_verb_list;
const WordList copulas = copula_list;
const WordList role_places = role_place_list;
const WordList role_ends = role_end_list;

}  // namespace masthead::feeds
