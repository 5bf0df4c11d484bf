#include "storage/publication.hpp"
