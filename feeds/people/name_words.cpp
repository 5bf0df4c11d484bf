#include "feeds/people/name_words.hpp"

#include <array>

namespace masthead::feeds {
namespace {

using std::string_view;

constexpr auto conjunction_list = std::to_array<string_view>(
    {"and", "&",  "+",  "und", "et", "en",   "och", "og", "with", "mit", "con", "com",  "avec", "met", "med",
     "и",   "та", "ve", "si",  "ja", "oraz", "και", "और", "व",    "एवं",  "و",   "with", "feat", "ft"});

constexpr auto careful_list = std::to_array<string_view>({"y", "e", "i", "a", "ed"});

constexpr auto telling_list =
    std::to_array<string_view>({"as told to", "in conversation with", "recogido por", "aufgezeichnet von",
                                "raccolto da", "propos recueillis par", "im gesprach mit"});

constexpr auto particle_list = std::to_array<string_view>(
    {"de",    "da",  "do",    "das", "dos", "del", "della", "dell", "di",  "du",  "des",   "la",  "le",
     "las",   "los", "van",   "von", "vom", "zu",  "zum",   "zur",  "der", "den", "ter",   "ten", "te",
     "'t",    "het", "af",    "av",  "bin", "ibn", "bint",  "al",   "el",  "ul",  "y",     "e",   "i",
     "ben",   "bat", "abu",   "st",  "san", "mac", "o",     "und",  "d'",  "na",  "ni",    "nic", "ua",
     "degli", "dei", "delle", "lo",  "op",  "in",  "aan",   "uit",  "ap",  "ab",  "ferch", "of"});

// With a full stop: only so written, as the word without it is a name.
constexpr auto title_list = std::to_array<string_view>(
    {"dr",      "prof",     "professor", "professorin", "profesor", "profesora",  "mr",    "mrs",
     "ms",      "miss",     "mx",        "sir",         "dame",     "lord",       "lady",  "rev",
     "hon.",    "herr",     "frau",      "mag.",        "ing.",     "dipl.-ing.", "mme",   "mlle",
     "dott",    "dottssa",  "dott.ssa",  "sig",         "sra",      "drs",        "ir.",   "mgr",
     "dr.hab.", "hab.",     "inz.",      "med.",        "h.c.",     "capt.",      "col.",  "gen.",
     "lt.",     "sen.",     "rep.",      "fr.",         "pr.",      "د",          "د.",    "ا.",
     "الدكتور", "الدكتورة", "الاستاذ",   "डॉ",          "प्रो",      "श्री",        "श्रीमती"});

constexpr auto suffix_list =
    std::to_array<string_view>({"jr", "sr", "ii", "iii", "iv", "jnr", "snr", "junior", "senior"});

constexpr auto degree_list = std::to_array<string_view>(
    {"phd", "md",  "jd",  "mba", "ma",   "msc",    "ms",   "ba",  "bsc", "rn",  "esq", "dphil", "edd", "dds",
     "mph", "llm", "llb", "lld", "cfa",  "cpa",    "frs",  "obe", "cbe", "mbe", "kc",  "qc",    "mp",  "mfa",
     "dvm", "do",  "scd", "dsc", "psyd", "pharmd", "drph", "rd",  "mph", "mpp", "mpa", "ret"});

constexpr auto joined_honorific_list =
    std::to_array<string_view>({"さん", "先生", "氏", "様", "著", "님", "씨", "द्वारा"});

constexpr auto article_list = std::to_array<string_view>(
    {"a",      "an",    "the",    "our",     "your",    "my",    "this",  "from",    "un",      "une",      "una",
     "uma",    "unser", "unsere", "unserem", "unserer", "notre", "nos",   "nuestro", "nuestra", "nuestros", "nostro",
     "nostra", "nosso", "nossa",  "ons",     "onze",    "nasz",  "nasza", "nasi",    "ein",     "eine",     "einer",
     "een",    "jego",  "der",    "die",     "das",     "dem",   "la",    "le",      "el",      "il",       "les",
     "los",    "gli",   "os",     "as",      "in",      "at",    "for",   "with"});

constexpr auto definite_article_list =
    std::to_array<string_view>({"the", "der", "die", "das", "la", "le", "el", "il", "les", "los", "gli", "os", "as"});

constexpr auto place_list =
    std::to_array<string_view>({"at", "from", "of", "for", "in", "bei", "beim", "chez", "aus", "presso", "@"});

constexpr auto date_list = std::to_array<string_view>(
    {"on", "am", "vom", "le", "el", "il", "em", "op", "den", "dnia", "w", "the", "at", "du"});

}  // namespace

const WordList conjunctions = conjunction_list;
const WordList careful_conjunctions = careful_list;
const WordList telling_phrases = telling_list;
const WordList particles = particle_list;
const WordList titles = title_list;
const WordList suffixes = suffix_list;
const WordList degrees = degree_list;
const WordList joined_honorifics = joined_honorific_list;
const WordList articles = article_list;
const WordList definite_articles = definite_article_list;
const WordList place_prepositions = place_list;
const WordList date_prepositions = date_list;

}  // namespace masthead::feeds
