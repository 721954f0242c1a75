// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/http/proxychoice.h"

#include <QNetworkProxy>
#include <QObject>

#include <functional>
#include <memory>

namespace sockeye {

//! \brief The ways to try one after the other, never none; QNetworkProxy::NoProxy is the direct one.
using ProxyWays = Expected<std::vector<QNetworkProxy>, ProxyError>;

//! \brief Finds the ways to a server by what one ProxyConfig says. Main thread only.
class ProxyResolver : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProxyResolver)

public:
    using Receiver = std::function<void(const ProxyWays &)>;

    ~ProxyResolver() override;

    //! \brief Calls \a receiver once with the ways to \a url, within the call where nobody has to be asked;
    //! not at all when \a context or the resolver has gone by then.
    virtual void find(const QUrl &url, QObject *context, Receiver receiver) = 0;
    //! \brief \a proxy did not serve: for some minutes it is the last resort.
    virtual void avoid(const QNetworkProxy &proxy) = 0;

protected:
    explicit ProxyResolver(QObject *parent = nullptr);
};

//! \brief The resolver for \a config; a script is run by the sockeye-pac that stands beside this program.
//! \a secrets and \a clock must outlive it.
[[nodiscard]] std::unique_ptr<ProxyResolver> makeProxyResolver(
    const ProxyConfig &config, const SecretSource &secrets, const Clock &clock);

} // namespace sockeye
