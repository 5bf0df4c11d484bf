#include "feeds/people/bio_words.hpp"

#include <array>

namespace masthead::feeds {
namespace {

using std::string_view;

constexpr auto pronoun_list =
    std::to_array<string_view>({"she", "he",  "they", "her", "his", "their", "sie", "er", "elle",   "il", "ella",  "el",
                                "ele", "ela", "lei",  "lui", "zij", "hij",   "ona", "on", "follow", "on", "before"});

constexpr auto bio_verb_list = std::to_array<string_view>(
    {"is",       "was",      "are",      "were",      "writes",   "covers",  "reports",  "teaches", "works",
     "edits",    "runs",     "hosts",    "has",       "lives",    "studies", "leads",    "makes",   "trained",
     "wrote",    "worked",   "served",   "serves",    "directs",  "ist",     "war",      "sind",    "schreibt",
     "lehrt",    "leitet",   "arbeitet", "berichtet", "lebt",     "forscht", "est",      "etait",   "sont",
     "ecrit",    "enseigne", "dirige",   "travaille", "couvre",   "vit",     "es",       "fue",     "era",
     "son",      "escribe",  "ensena",   "cubre",     "trabaja",  "vive",    "e",        "scrive",  "insegna",
     "lavora",   "foi",      "escreve",  "ensina",    "trabalha", "cobre",   "schrijft", "werkt",   "doceert",
     "woont",    "jest",     "pisze",    "zajmuje",   "wyklada",  "byl",     "byla",     "pracuje", "mieszka",
     "prowadzi", "ar",       "er",       "skriver"});

constexpr auto copula_list = std::to_array<string_view>(
    {"is", "was", "are", "were", "ist",  "war", "sind", "est", "etait", "sont", "es",   "fue",  "era", "son",
     "e",  "foi", "sao", "sono", "jest", "byl", "byla", "sa",  "ar",    "er",   "zijn", "este", "on",  "я"});

constexpr auto role_place_list = std::to_array<string_view>(
    {"at", "in", "an", "am", "bei", "a", "dans", "en", "na", "no", "w", "aan", "bij", "vid", "presso", "from", "for"});

constexpr auto role_end_list = std::to_array<string_view>(
    {"at", "and", "who", "whose", "in",  "for", "with", "where", "und",      "an",   "am", "bei",
     "in", "et",  "a",   "dans",  "qui", "y",   "en",   "que",   "e",        "che",  "na", "no",
     "em", "w",   "i",   "aan",   "bij", "och", "vid",  "from",  "covering", "based"});

}  // namespace

const WordList pronouns = pronoun_list;
const WordList bio_verbs = bio_verb_list;
const WordList copulas = copula_list;
const WordList role_places = role_place_list;
const WordList role_ends = role_end_list;

}  // namespace masthead::feeds
