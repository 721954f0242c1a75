// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QUrl>

#include <utility>
#include <vector>

namespace sockeye {

//! \brief The hosts that are reached without a proxy, read from NO_PROXY or no_proxy as Prometheus reads
//! it (https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config): names, which cover the names below them;
//! .suffixes, which cover only those; addresses and networks; each but the networks with or without a port;
//! or * for all.
class NoProxy final {
public:
    explicit NoProxy(const QString &list);

    //! \brief Whether \a url is reached directly. The loopback always is.
    [[nodiscard]] bool covers(const QUrl &url) const;

private:
    struct Host {
        QHostAddress address;
        int port = -1;
    };
    struct Domain {
        QString suffix; //!< with its dot
        bool coversItself = false;
        int port = -1;
    };

    void add(const QString &entry);
    [[nodiscard]] bool coversAddress(const QHostAddress &address, int port) const;
    [[nodiscard]] bool coversName(const QString &name, int port) const;

    bool m_all = false;
    std::vector<std::pair<QHostAddress, int>> m_networks;
    std::vector<Host> m_hosts;
    std::vector<Domain> m_domains;
};

} // namespace sockeye
