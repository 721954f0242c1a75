// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

class QObject;

namespace sockeye {

//! \brief Where a secret is to be found; never the secret itself, so that it may be written to a file.
struct SecretRef {
    enum class Kind {
        None,
        Session, //!< typed by the user, held in memory only; key names it in the SecretSource
        File, //!< read from the file \a key on each use, as Prometheus does with *_file
        Keychain //!< kept by the desktop's keychain under the name \a key
    };

    Kind kind = Kind::None;
    QString key;

    friend bool operator==(const SecretRef &, const SecretRef &) = default;
};

struct SecretError {
    enum class Kind {
        NotGiven,
        FileUnreadable,
        Empty,
        Malformed, //!< holds a line break or another character that no header may have
        KeychainUnavailable, //!< no keychain runs in this session
        KeychainLocked, //!< and the user did not unlock it
        KeychainRefused, //!< the user did not let us in
        NotInKeychain,
        Pending //!< the keychain has not answered yet: see SecretSource::prepare()
    };

    Kind kind = Kind::NotGiven;
    QString path; //!< of the file, or the name within the keychain; or empty
    QString detail; //!< the operating system's words

    friend bool operator==(const SecretError &, const SecretError &) = default;
};

//! \brief Gives secrets on use. Main thread only. Nothing that it returns may be logged or stored.
class SecretSource {
public:
    virtual ~SecretSource() = default;
    //! \brief The secret without the line break at its end. Kind::None gives an empty value.
    [[nodiscard]] virtual Expected<QByteArray, SecretError> read(const SecretRef &ref) const = 0;
    //! \brief Calls \a ready, within the call or later, as soon as read() has an answer to each of \a refs
    //! other than Pending; not at all when \a context has gone by then.
    virtual void prepare(
        const std::vector<SecretRef> &refs, QObject *context, std::function<void()> ready) const
    {
        Q_UNUSED(refs)
        Q_UNUSED(context)
        ready();
    }

protected:
    SecretSource() = default;
    SecretSource(const SecretSource &) = default;
    SecretSource &operator=(const SecretSource &) = default;
};

} // namespace sockeye
