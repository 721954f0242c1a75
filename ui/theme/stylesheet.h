// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QString>

namespace sockeye {

//! \brief What the palette cannot say: rounded one-pixel borders of controls, their heights and menus.
[[nodiscard]] QString styleSheetFor(ColorScheme scheme);

} // namespace sockeye
