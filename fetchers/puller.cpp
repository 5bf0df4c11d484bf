#include "fetchers/puller.hpp"
