// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/pacprocess.h"
#include "core/http/proxyresolver.h"

#include <QPointer>

#include <map>

namespace sockeye {

class HttpClient;

//! \brief The ways that a proxy script names. The script is fetched when it is first needed, and anew every
//! half an hour; where that fails, the last one that came goes on to be asked. Nothing is ever reached
//! directly because a script failed; the loopback always is.
class PacResolver final : public ProxyResolver {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PacResolver)

public:
    //! \a url is that of the script: http, https or file. \a secrets and \a clock must outlive the resolver.
    PacResolver(QUrl url, PacProcess::Setup process, const SecretSource &secrets, const Clock &clock);
    ~PacResolver() override;

    void find(const QUrl &url, QObject *context, Receiver receiver) override;
    void avoid(const QNetworkProxy &proxy) override;

private:
    struct Waiter {
        QUrl url;
        QPointer<QObject> context;
        Receiver receiver;
    };

    [[nodiscard]] bool isDue() const;
    void fetch();
    void fetchFile();
    void fetchByHttp();
    void take(const Expected<QByteArray, QString> &script);
    void ask(const Waiter &waiter);
    [[nodiscard]] ProxyWays inOrder(std::vector<QNetworkProxy> ways) const;

    QUrl m_url;
    const SecretSource &m_secrets;
    const Clock &m_clock;
    PacProcess m_process;
    std::unique_ptr<HttpClient> m_client; //!< while the script is fetched
    bool m_isFetching = false;
    std::optional<QByteArray> m_script;
    std::optional<ProxyError> m_fetchFailure; //!< of the last fetch
    MonotonicTime m_fetchedAt; //!< when the last one ended, however it did
    bool m_wasFetched = false;
    std::vector<Waiter> m_waiters;
    std::map<QString, MonotonicTime> m_avoided; //!< until when
};

} // namespace sockeye
