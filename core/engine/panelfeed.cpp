// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/panelfeed.h"

namespace sockeye {

PanelFeed::PanelFeed(QObject *parent)
    : QObject(parent)
{
}

PanelFeed::~PanelFeed() = default;

} // namespace sockeye
