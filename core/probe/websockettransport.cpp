// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/websockettransport.h"

namespace sockeye {

WebSocketTransport::WebSocketTransport(QObject *parent)
    : QObject(parent)
{
}

WebSocketTransport::~WebSocketTransport() = default;

} // namespace sockeye
