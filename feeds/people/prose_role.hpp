#pragma once

#include <string_view>

#include "feeds/author.hpp"

namespace masthead::feeds {

/// Reads what a bio says of its subject's living: "Ada is a professor of law at the University of Harrowgate and ..."
/// -> role "professor of law", affiliation "University of Harrowgate". What is not certain stays empty.
void read_role(Person& person, std::string_view bio);

}  // namespace masthead::feeds
