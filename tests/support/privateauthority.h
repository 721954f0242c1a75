// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace sockeye::test {

//! \brief A certificate authority of the test's own, made by openssl. Its files go with it.
class PrivateAuthority final {
public:
    enum class KeyType { Rsa, Ec };

    struct Issued {
        QString certificateFile; //!< PEM
        QString keyFile; //!< PEM, PKCS #8, not encrypted
    };

    [[nodiscard]] static Expected<std::unique_ptr<PrivateAuthority>, QString> create();

    [[nodiscard]] QString certificateFile() const;
    //! \brief A certificate for \a name, which is also its common name. \a alternative is its subjectAltName
    //! in openssl's form, such as "DNS:prom.test,IP:127.0.0.1"; a client needs none.
    [[nodiscard]] Expected<Issued, QString> issue(
        const QString &name, KeyType type, const QString &alternative = {}) const;
    //! \brief A certificate that was valid on one day of 2020.
    [[nodiscard]] Expected<Issued, QString> issueExpired(
        const QString &name, const QString &alternative) const;
    //! \brief A path in the authority's folder, for derived files.
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }
    //! \brief Runs openssl with \a arguments; else its words.
    [[nodiscard]] static Expected<void, QString> openssl(const QStringList &arguments);

private:
    PrivateAuthority() = default;

    QTemporaryDir m_folder;
};

} // namespace sockeye::test
