// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/sessionview.h"

namespace sockeye {

SessionView::SessionView(QObject *parent)
    : QObject(parent)
{
}

SessionView::~SessionView() = default;

} // namespace sockeye
