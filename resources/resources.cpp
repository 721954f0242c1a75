// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/resources.h"

#include <QDir>

// The macro declares a function, and must do so outside any namespace.
static void initSockeyeResources()
{
    Q_INIT_RESOURCE(sockeye);
}

namespace sockeye {

void initResources()
{
    initSockeyeResources();
}

} // namespace sockeye
