// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/transportfactory.h"

#include "core/probe/asiotransport.h"
#include "core/probe/qtwebsockettransport.h"

namespace sockeye {

TransportFactory transportFactory(const Clock &clock, RandomSource random)
{
    return [native = asioTransportFactory(clock, random), qt = qtWebSocketTransportFactory()](
               const ProbeModule &module, const ProbeAccess &access) {
        const bool isDirect = access.proxy.type() == QNetworkProxy::NoProxy;
        return module.engine == ProbeEngine::Native && isDirect ? native(module, access) : qt(module, access);
    };
}

} // namespace sockeye
